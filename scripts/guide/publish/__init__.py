"""What stands beside the pages: plain functions over the folder of the built site."""
