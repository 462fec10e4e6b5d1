"""Finding what may tell who somebody is: their names, and their words where no name leads to them."""
