"""What a live preview keeps between two saves, and what it does once the page is shown."""
