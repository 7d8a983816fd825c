#define _GNU_SOURCE // memrchr

#include "CLibXML2.h"

#include <libxml/parser.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct xml_parser {
    xml_events events;
    xmlParserCtxtPtr context;
};

#if LIBXML_VERSION >= 21200
typedef const xmlError *error_pointer;
#else
typedef xmlErrorPtr error_pointer;
#endif

// libxml2 tells the line where a tag ends. A tag has no `<` in it but its first byte.
static int first_line_of_tag(xmlParserCtxtPtr context) {
    xmlParserInputPtr input = context->input;
    const xmlChar *first = memrchr(input->base, '<', input->cur - input->base);
    int line = input->line;
    while (first != NULL && (first = memchr(first, '\n', input->cur - first)) != NULL) {
        line--;
        first++;
    }
    return line;
}

static void obey(xml_parser *parser, int goes_on) {
    if (!goes_on) xmlStopParser(parser->context);
}

static void start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *address,
                  int namespace_count, const xmlChar **namespaces, int attribute_count, int defaulted_count,
                  const xmlChar **attributes) {
    xml_parser *parser = data;
    (void)address;
    (void)defaulted_count;
    obey(parser, parser->events.start(parser->events.context, name, prefix, first_line_of_tag(parser->context),
                                      namespace_count, namespaces, attribute_count, attributes));
}

static void end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *address) {
    xml_parser *parser = data;
    (void)name;
    (void)prefix;
    (void)address;
    obey(parser, parser->events.end(parser->events.context));
}

static void text(void *data, const xmlChar *bytes, int count) {
    xml_parser *parser = data;
    obey(parser, parser->events.text(parser->events.context, bytes, count));
}

static void document_type(void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    xml_parser *parser = data;
    (void)name;
    (void)external;
    (void)system;
    parser->events.declared_type(parser->events.context);
    xmlStopParser(parser->context);
}

// libxml2's own functions for messages take variable arguments, which Swift cannot give.
static void failed(void *data, error_pointer error) {
    xml_parser *parser = data;
    parser->events.failed(parser->events.context, error->level == XML_ERR_FATAL, error->code, error->line,
                          error->int2, error->message);
}

static void initialise(void) { xmlInitParser(); }

xml_parser *xml_parser_open(const xml_events *events) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, initialise);

    xml_parser *parser = calloc(1, sizeof *parser);
    if (parser == NULL) return NULL;
    parser->events = *events;

    // No function that builds a tree, and none that knows entities: only XML's own five are ever replaced.
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = start;
    handler.endElementNs = end;
    handler.characters = text;
    handler.ignorableWhitespace = text;
    handler.cdataBlock = text;
    handler.internalSubset = document_type;
    handler.serror = failed;

    parser->context = xmlCreatePushParserCtxt(&handler, parser, NULL, 0, NULL);
    if (parser->context == NULL) {
        free(parser);
        return NULL;
    }
    xmlCtxtUseOptions(parser->context, XML_PARSE_NONET);
    return parser;
}

void xml_parser_close(xml_parser *parser) {
    xmlFreeParserCtxt(parser->context);
    free(parser);
}

void xml_parser_set_line(xml_parser *parser, int line) {
    if (parser->context->input != NULL) parser->context->input->line = line;
}

static int is_well(const xml_parser *parser) {
    return parser->context->wellFormed && !parser->context->disableSAX;
}

int xml_parser_feed(xml_parser *parser, const void *bytes, int count) {
    xmlParseChunk(parser->context, bytes, count, 0);
    return is_well(parser);
}

int xml_parser_finish(xml_parser *parser) {
    xmlParseChunk(parser->context, NULL, 0, 1);
    return is_well(parser);
}
