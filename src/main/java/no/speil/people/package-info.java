/**
 * Who may do what: accounts with their roles, passwords and tokens in {@code accounts.json}, and
 * sessions in {@code .speil/}. Without accounts one person writes: whoever holds the token that the
 * server made when it started.
 */
@NullMarked
package no.speil.people;

import org.jspecify.annotations.NullMarked;
