package io.bilet.condition;

import java.util.Map;

/** A capability whose fields administrators add and take away while the application runs; found by CDI. */
public interface ChangingFields {

    /** Its fields as they are now, by name; asked whenever a condition is read, so from memory. */
    Map<String, Field> present();
}
