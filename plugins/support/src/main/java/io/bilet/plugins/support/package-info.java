/** What plugins that speak to JSON APIs share; packed into each of their jars. */
package io.bilet.plugins.support;
