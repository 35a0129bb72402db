"""The language server: drafts are checked while they are typed, in any editor that speaks the protocol."""
