"""The screens, one module each; the words on a screen live in its page."""
