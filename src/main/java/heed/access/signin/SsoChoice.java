package heed.access.signin;

/**
 * Another system to go to.
 *
 * @param label what people call it
 * @param href  where it begins
 */
public record SsoChoice(String label, String href) {
}
