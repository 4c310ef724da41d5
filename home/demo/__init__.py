"""What a fictional organisation says of itself, in five languages, to try the site with."""
