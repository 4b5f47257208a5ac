"""Pictures as SVG: positions in percent, sizes in pixels, so that they fit a phone without scaling the text."""
