"""Python-Markdown extensions: what contributors may write beside plain Markdown. They know nothing of MkDocs."""
