/** Accounts, passwords, one-time codes, sessions. */
@org.jspecify.annotations.NullMarked
package heed.access.signin;
