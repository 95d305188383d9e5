"""The Vietnamese language itself: figures as typed and as printed, comparing words, order of names, vocabulary."""
