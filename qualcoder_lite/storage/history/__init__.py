"""The journal, which makes of each action one step that can be undone, and the shape of the tables that it watches."""
