package io.bilet.rest.docs;

import io.bilet.api.v1.DocumentsApi;
import io.bilet.rest.http.ApiResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** The API's own description over HTTP. */
@ApiResource
@Path(DocumentsApi.BASE_PATH)
public class DocumentsResource implements DocumentsApi {

    private static final MediaType YAML = new MediaType("application", "yaml", "UTF-8");

    @Override
    public Response getOpenapiJson() {
        return answer("openapi.json", MediaType.APPLICATION_JSON_TYPE);
    }

    @Override
    public Response getOpenapiYaml() {
        return answer("openapi.yaml", YAML);
    }

    /** Streams the bytes: any other entity might be taken for a value to be written as JSON. */
    private static Response answer(String fileName, MediaType mediaType) {
        byte[] bytes = Published.bytes(fileName).orElseThrow();
        StreamingOutput stream = out -> out.write(bytes);
        return Response.ok(stream, mediaType).build();
    }
}
