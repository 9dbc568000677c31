package no.speil.people;

/**
 * With what somebody signs in, and from where.
 *
 * @param device what it calls itself
 * @param address from where it comes
 * @param network what the address is part of
 * @param known a secret that it was given when somebody signed in with it before; may be empty
 */
public record UserAgent(String device, String address, String network, String known) {}
