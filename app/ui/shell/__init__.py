"""The window around the pages: rail, top bar, action bar."""
