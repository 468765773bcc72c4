"""How what is written becomes a page: Markdown extensions, components, pictures, styles and scripts. Knows no
MkDocs."""
