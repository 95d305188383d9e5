"""The Vietnamese language itself: figures as people type and print them, comparing words, order of names, vocabulary."""
