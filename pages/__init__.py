"""One folder a menu section, one thin script a page; ui/navigation.py is the one list of them."""
