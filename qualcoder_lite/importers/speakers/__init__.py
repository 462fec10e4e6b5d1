"""Who speaks where: labels at the start of lines, judged over a whole file, and the file's own key to them."""
