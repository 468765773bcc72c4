"""What scripts/dev.py can do: one module for each concern, standard library only, nothing about the site's subject."""
