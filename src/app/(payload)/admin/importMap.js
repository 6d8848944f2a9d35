import { ChoiceField as ChoiceField_5fbde990fdc025312b9dbc94ad34b51f } from '../../../admin/ChoiceField/ChoiceField'
import { QualifyButton as QualifyButton_1d64fe61b5a3653c326b93ed832a01d9 } from '../../../admin/qualify/QualifyButton'
import { GatherView as GatherView_c4f932f25b6e912daebe433965bcab2d } from '../../../admin/gather/GatherView'
import { CostsView as CostsView_8b7dfc0bfe62e2f3d67ec85dc1652350 } from '../../../admin/costs/CostsView'
import { FilmView as FilmView_9ab68b0a7377f00f3c93d28bb7d18b0b } from '../../../admin/film/FilmView'
import { BoardView as BoardView_995037cad87c1016ad94fe4f9564cc30 } from '../../../admin/board/BoardView'
import { ScenePanel as ScenePanel_b311613c842071a91ba4634d467495d1 } from '../../../admin/scene/ScenePanel'
import { RunPage as RunPage_399bd4731a4c7d3389f5de0fe714c4cb } from '../../../admin/run/RunPage'
import { AlertBar as AlertBar_93924c8b7ef802665f99a28c8eda5ac5 } from '../../../admin/shell/AlertBar'
import { BrandIcon as BrandIcon_b199ccb02ede9b84eff311dbfeb286e0 } from '../../../admin/shell/Brand'
import { BrandLogo as BrandLogo_b199ccb02ede9b84eff311dbfeb286e0 } from '../../../admin/shell/Brand'
import { Chips as Chips_551c5e508e8f32553e4d30caa22f5a78 } from '../../../admin/shell/Chips'
import { Home as Home_521a47bca1e432d134a225b7ac8e6511 } from '../../../admin/home/Home'
import { NavBrand as NavBrand_b199ccb02ede9b84eff311dbfeb286e0 } from '../../../admin/shell/Brand'
import { StudioLinks as StudioLinks_b2c109fd43ff7ee83ca2123b1942fce9 } from '../../../admin/shell/StudioLinks'
import { StudioProvider as StudioProvider_c87c096d0bea6110a7d3cb19d1aad071 } from '../../../admin/shell/StudioProvider'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/admin/ChoiceField/ChoiceField#ChoiceField": ChoiceField_5fbde990fdc025312b9dbc94ad34b51f,
  "/admin/qualify/QualifyButton#QualifyButton": QualifyButton_1d64fe61b5a3653c326b93ed832a01d9,
  "/admin/gather/GatherView#GatherView": GatherView_c4f932f25b6e912daebe433965bcab2d,
  "/admin/costs/CostsView#CostsView": CostsView_8b7dfc0bfe62e2f3d67ec85dc1652350,
  "/admin/film/FilmView#FilmView": FilmView_9ab68b0a7377f00f3c93d28bb7d18b0b,
  "/admin/board/BoardView#BoardView": BoardView_995037cad87c1016ad94fe4f9564cc30,
  "/admin/scene/ScenePanel#ScenePanel": ScenePanel_b311613c842071a91ba4634d467495d1,
  "/admin/run/RunPage#RunPage": RunPage_399bd4731a4c7d3389f5de0fe714c4cb,
  "/admin/shell/AlertBar#AlertBar": AlertBar_93924c8b7ef802665f99a28c8eda5ac5,
  "/admin/shell/Brand#BrandIcon": BrandIcon_b199ccb02ede9b84eff311dbfeb286e0,
  "/admin/shell/Brand#BrandLogo": BrandLogo_b199ccb02ede9b84eff311dbfeb286e0,
  "/admin/shell/Chips#Chips": Chips_551c5e508e8f32553e4d30caa22f5a78,
  "/admin/home/Home#Home": Home_521a47bca1e432d134a225b7ac8e6511,
  "/admin/shell/Brand#NavBrand": NavBrand_b199ccb02ede9b84eff311dbfeb286e0,
  "/admin/shell/StudioLinks#StudioLinks": StudioLinks_b2c109fd43ff7ee83ca2123b1942fce9,
  "/admin/shell/StudioProvider#StudioProvider": StudioProvider_c87c096d0bea6110a7d3cb19d1aad071,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
