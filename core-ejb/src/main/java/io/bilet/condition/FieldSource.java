package io.bilet.condition;

import java.util.List;

/** A capability that contributes fields to the language; found by CDI. */
public interface FieldSource {

    /** Its fields; asked once. */
    List<Field> fields();
}
