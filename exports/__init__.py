"""What leaves the screen: sheets, packs and slides as files, from the same series, words and pictures."""
