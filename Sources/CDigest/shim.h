// SHA-256 by OpenSSL's libcrypto; the only header that Swift sees of it.
#pragma once
#include <openssl/evp.h>
#include <openssl/sha.h>
