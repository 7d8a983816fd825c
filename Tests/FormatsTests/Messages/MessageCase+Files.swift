/// Messages about what the files are and how they are written as YAML.
extension MessageCase {
    static let files: [MessageCase] = [
        MessageCase(
            "unknown file", .file("project.yaml", "- id: bomca"), nil, "unknown-file",
            "The file 'project.yaml' is not read.",
            "Rename it to projects.yaml.",
            severity: .warning),
        MessageCase(
            "unknown ending", .file("themes.yml", "- id: labour"), nil, "unknown-file",
            "The file 'themes.yml' is not read.",
            "Rename it to themes.yaml.",
            severity: .warning),
        MessageCase(
            "alias", .organisation("  mandate: *borders"), 4, "alias",
            "'*borders' is a YAML alias, which a dossier may not have.",
            "Write the value out; a text that begins with '*' goes into quotation marks."),
        MessageCase(
            "anchor", .organisation("  mandate: &borders Borders"), 4, "anchor",
            "A YAML anchor ('&…') stands here, which a dossier may not have.",
            "Take it out; a text that begins with '&' goes into quotation marks."),
        MessageCase(
            "anchor of a mapping",
            .organisation(
                """
                  mandate: &m
                    value: Borders
                """), 4, "anchor",
            "A YAML anchor ('&…') stands here, which a dossier may not have.",
            "Take it out; a text that begins with '&' goes into quotation marks."),
        MessageCase(
            "tag", .organisation("  mandate: !!str Borders"), 4, "tag",
            "A YAML tag ('!…') stands here, which a dossier may not have.",
            "Take it out; a text that begins with '!' goes into quotation marks."),
        MessageCase(
            "tag of a list", .organisation("  aliases: !names [a]"), 4, "tag",
            "A YAML tag ('!…') stands here, which a dossier may not have.",
            "Take it out; a text that begins with '!' goes into quotation marks."),
        MessageCase(
            "duplicate key", .organisation("  name: UN"), 4, "duplicate-key",
            "The key 'name' stands twice; it stood already in line 2.",
            "Keep one; several values of one key are written as a list."),
        MessageCase(
            "colon in a title", .organisation("  mandate: Borders: open and secure"), 4, "bad-yaml",
            "This cannot be read as YAML (mapping values are not allowed in this context): 'mandate: Borders: open and secure'.",
            "Put a text that has ': ' in it into quotation marks."),
        MessageCase(
            "open quotation mark",
            .file(
                "organisations-more.yaml",
                """
                - id: undp
                  cite: korneev-2013 §1
                  name: "UNDP
                """), 3, "bad-yaml",
            "This cannot be read as YAML (found unexpected end of stream): 'name: \"UNDP'.",
            "Close the quotation mark that is opened here."),
        MessageCase(
            "open bracket", .organisation("  aliases: [a, b"), 4, "bad-yaml",
            "This cannot be read as YAML (did not find expected ',' or ']'): 'aliases: [a, b'.",
            "Close the bracket, and put texts with ',', '{', '}', '[' or ']' into quotation marks."),
        MessageCase(
            "wrong indentation", .organisation(" mandate: Borders"), 4, "bad-yaml",
            "This cannot be read as YAML (did not find expected '-' indicator): 'mandate: Borders'.",
            "Begin each record with '- ' at the same column, and indent its keys alike."),
        MessageCase(
            "text that begins with an asterisk", .organisation("  mandate: * Borders"), 4, "bad-yaml",
            "This cannot be read as YAML (did not find expected alphabetic or numeric character): 'mandate: * Borders'.",
            "Put a text that begins with '*' or '&' into quotation marks."),
        MessageCase(
            "text that begins with an at sign", .organisation("  mandate: @borders"), 4, "bad-yaml",
            "This cannot be read as YAML (found character that cannot start any token): 'mandate: @borders'.",
            "Put a text that begins with '@', '`' or '%' into quotation marks."),
        MessageCase(
            "two documents",
            .organisation(
                """
                ---
                - {id: osce, name: OSCE, cite: korneev-2013 §1}
                """), 4, "bad-yaml",
            "This cannot be read as YAML (but found another document): '---'.",
            "Take out the line '---': a file holds one list."),
        MessageCase(
            "tab",
            .file(
                "organisations-more.yaml",
                """
                - id: undp
                	name: UNDP
                """), 2, "tab",
            "The line is indented with a tab.",
            "Indent with spaces."),
    ]
}
