"""What is written: records, pages, words of the interface, languages. Knows no HTML, no MkDocs, no subject."""
