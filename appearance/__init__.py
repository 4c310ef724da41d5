"""How every page looks: the stylesheet as one file, the drawn icons, the language switch, digits. A leaf."""
