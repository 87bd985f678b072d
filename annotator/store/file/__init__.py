"""The project file: opened, guarded against foreign hands, backed up, encrypted; attachments beside it."""
