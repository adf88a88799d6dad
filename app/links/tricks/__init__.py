"""The tricks that disguise a link: each is one unit that makes itself and recognises itself."""
