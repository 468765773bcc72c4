"""What a contributor or a maintainer asks for: new, rename, review, visit, compare."""
