"""UIMA CAS, as JSON and as XMI."""
