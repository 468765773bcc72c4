"""How what is written becomes a page: Markdown extensions, components, pictures, styles, scripts. No MkDocs."""
