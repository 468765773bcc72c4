"""What is written: records, pages, words of the interface, languages, addresses. Knows no HTML, no MkDocs, no
subject."""
