package no.speil.people;

import java.time.Duration;

/**
 * A session that has just begun.
 *
 * @param value for the cookie; kept nowhere else
 * @param lasts how long the browser keeps it; zero until it is closed
 * @param known by which the browser is known when somebody signs in with it again
 */
public record NewSession(String value, String name, Duration lasts, String known) {}
