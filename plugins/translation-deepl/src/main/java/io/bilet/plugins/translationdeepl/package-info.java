/** Translates with DeepL. */
package io.bilet.plugins.translationdeepl;
