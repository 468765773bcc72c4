"""What a contribution and the built site must keep: source/ and built/, one rule a file, and what only rules read."""
