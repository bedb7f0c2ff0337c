package heed.access.signin;

/**
 * What a page needs to ask a browser for a passkey.
 *
 * @param options what the browser is told, as JSON
 * @param asked   the challenge for the form, readable to nobody
 */
public record PasskeyAsk(String options, String asked) {
}
