package no.speil.delivery;

/**
 * A notice by mail.
 *
 * @param person whom it is for, by name
 * @param address that of the person
 * @param text its words for programs that show no HTML
 * @param unsubscribe the address at which the person ends such mail; empty where it comes once
 */
public record Mail(
    String person, String address, String subject, String text, String html, String unsubscribe) {}
