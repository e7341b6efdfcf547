// SHA-256 by OpenSSL's libcrypto; the only header that Swift sees of it.
#pragma once
// SHA256() of OpenSSL 3 looks its algorithm up anew in each call, which costs more than a short digest itself. The
// calls below do not; they are deprecated because they know one implementation only.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/evp.h>
#include <openssl/sha.h>

/// Writes the 32 bytes of a digest to `hash`.
static inline void lotse_sha256(const void *bytes, size_t count, void *hash) {
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, bytes, count);
    SHA256_Final((unsigned char *)hash, &context);
}
