/** Looks up a person's latest messages from Slack. */
package io.bilet.plugins.slacklookup;
