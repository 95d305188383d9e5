"""The look of the window: colours, text sizes, fonts, icons, Qt's own words. Page authors need ``dressing`` only."""
