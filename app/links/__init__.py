"""Reading links, the tricks that disguise them, dealing rounds, telling them apart."""
