"""What is done with codebooks: making them whole, their history in words, other programs' colours and fields."""
