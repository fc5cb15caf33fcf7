"""The `lappendeken` command. Belongs here: options, words on the screen, exit codes. Work is done in the rooms."""
