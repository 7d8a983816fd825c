#ifndef WHOFUNDS_CLIBXML2_H
#define WHOFUNDS_CLIBXML2_H

// libxml2's push parser, as far as whofunds needs it: UTF-8 goes in, elements and texts come out.

typedef const unsigned char *xml_bytes;

// What a document's parsing calls, always with `context`. Strings end with NUL and live as long as the parser;
// equal names are one pointer. A callback that answers 0 ends the parsing.
typedef struct xml_events {
    void *context;
    // `prefix` may be NULL. `namespaces` are pairs of prefix and address. `attributes` are five pointers each: name,
    // prefix, address, the value's first byte and one past its last; in a value, `&` stands as `&#38;`.
    int (*start)(void *context, xml_bytes name, xml_bytes prefix, int line, int namespace_count,
                 const xml_bytes *namespaces, int attribute_count, const xml_bytes *attributes);
    int (*end)(void *context);
    // Text or CDATA; a run of text may come in pieces.
    int (*text)(void *context, xml_bytes text, int count);
    // After a fatal one nothing else comes.
    void (*failed)(void *context, int is_fatal, int code, int line, int column, const char *message);
    // A document type was declared; the parsing has ended.
    void (*declared_type)(void *context);
} xml_events;

typedef struct xml_parser xml_parser;

// NULL without memory.
xml_parser *xml_parser_open(const xml_events *events);
void xml_parser_close(xml_parser *parser);

// The line at which what is fed next is taken to stand.
void xml_parser_set_line(xml_parser *parser, int line);

// Answers whether all is well so far.
int xml_parser_feed(xml_parser *parser, const void *bytes, int count);
// The document has ended.
int xml_parser_finish(xml_parser *parser);

#endif
