// Data, made by Tests/make_name_tables.py from ICU 72 (confusables of Unicode 15); not edited by hand.

extension Skeleton {
    /// What looks like ASCII: in each line first what it looks like, then the scalars, in hexadecimal.
    static let table = """
        2 1A7 3E8 14BF A644 A6EF A75A
        3 1B7 21C 417 4E0 2CCC A76A A7AB
        4 13CE
        5 1BC
        6 431 13EE 2CD2
        8 222 223 9EA A6A
        9 9ED A67 B68 D6D 2CCA A76E
        A 391 410 13AA 15C5 A4EE
        AA A732
        AE C6 4D4
        AO A734
        AU A736
        AV A738 A73A
        AY A73C
        B 392 412 13F4 15F7 A4D0 A7B4
        C 3F9 421 13DF 2CA4 A4DA
        D 13A0 15DE 15EA A4D3
        E 395 415 13AC 2D39 A4F0
        F 3DC 15B4 A4DD A798
        G 50C 13C0 13F3 A4D6
        H 397 41D 13BB 157C 2C8E A4E7
        J 37F 408 13AB 148D A4D9 A7B2
        K 39A 41A 13E6 16D5 2C94 A4D7
        L 13DE 14AA 2CD0 A4E1
        M 39C 3FA 41C 13B7 15F0 16D6 2C98 A4DF
        N 39D 2C9A A4E0
        O 30 39F 41E 555 7C0 9E6 B20 B66 12D0 2C9E 2D54 3007 A4F3
        OE 152
        OO A698 A74E
        P 3A1 420 13E2 146D 2CA2 A4D1
        Q 2D55
        R 1A6 13A1 13D2 1587 A4E3
        S 405 54F 13D5 13DA A4E2
        T 3A4 422 13A2 2CA6 A4D4
        T3 A728
        U 54D 1200 144C A4F4
        V 474 667 6F7 13D9 142F 2D38 A4E6 A6DF
        W 51C 13B3 13D4 A4EA
        X 3A7 425 16B7 2CAC 2D5D A4EB A7B3
        Y 3A5 3D2 423 4AE 13A9 13BD 2CA8 A4EC
        Z 396 13C3 A4DC
        a 251 3B1 430
        aa A733
        ae E6 4D5
        ao A735
        au A737
        av A739 A73B
        ay A73D
        b 184 42C 13CF 1472 15AF
        bl 42B
        c 3F2 441 1D04 2CA5 ABAF
        d 501 13E7 146F A4D2
        dz 2A3
        e 435 4BD AB32
        f 584 1E9D A799 AB35
        g 18D 261 581 1D83
        h 4BB 570 13C2
        i 131 269 26A 37A 3B9 456 4CF 13A5 1FBE A647 AB75
        j 3F3 458
        l 31 49 7C 196 1C0 399 406 4C0 5D5 5DF 627 661 6F1 7CA 16C1 2C92 2D4F A4F2 FE8D FE8E
        lO 42E
        ll 1C1 5F0
        ls 2AA
        lz 2AB
        n 578 57C
        o 3BF 3C3 43E 585 5E1 647 665 6BE 6C1 6D5 6F5 966 A66 AE6 BE6 C66 CE6 D20 D66 E50 ED0 101D 1040 10FF 1D0F
        o 1D11 2C9F AB3D FBA6 FBA7 FBA8 FBA9 FBAA FBAB FBAC FBAD FEE9 FEEA FEEB FEEC
        oe 153
        oo A699 A74F
        p 3C1 3F1 440 2CA3
        q 51B 563 566
        r 433 1D26 2C85 AB47 AB48 AB81
        rn 6D
        s 1BD 455 A731 ABAA
        tf A777
        ts 2A6
        u 28B 3C5 57D 1D1C A79F AB4E AB52
        ue 1D6B
        uo AB63
        v 3BD 475 5D8 1D20 ABA9
        w 26F 461 51D 561 1D21 AB83
        x 445 1541 157D
        y 263 28F 3B3 443 4AF 10E7 1D8C 1EFF 213D AB5A
        z 1D22 AB93
        """
}
